//! The part of JSON Schema that the schemas of this project use, judged as an editor does.
//!
//! A library for all of it would take longer to build than everything else that is tested here.

use regex_lite::Regex;
use serde_json::{Map, Value};

/// What is wrong with a value, each with the key at which it is.
pub(crate) fn complaints(schema: &Value, value: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    judge(schema, value, "", &mut wrong);
    wrong
}

fn judge(schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    for (rule, wanted) in schema.as_object().expect("a schema is an object") {
        let kept = match rule.as_str() {
            "$schema" | "title" | "description" => true,
            "type" => is_of_type(value, wanted.as_str().expect("a type")),
            "enum" => wanted.as_array().expect("words").contains(value),
            "minLength" => value.as_str().is_none_or(|text| text.chars().count() as u64 >= number(wanted)),
            "pattern" => value.as_str().is_none_or(|text| pattern(wanted).is_match(text)),
            "minimum" => value.as_i64().is_none_or(|found| found >= number(wanted).cast_signed()),
            "maximum" => value.as_i64().is_none_or(|found| found <= number(wanted).cast_signed()),
            "minProperties" => value.as_object().is_none_or(|members| members.len() as u64 >= number(wanted)),
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= number(wanted)),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= number(wanted)),
            "required" => {
                let missing = wanted.as_array().expect("keys").iter().filter_map(Value::as_str);
                value.as_object().is_none_or(|members| missing.into_iter().all(|key| members.contains_key(key)))
            }
            "oneOf" => {
                let fitting = wanted.as_array().expect("schemas").iter();
                fitting.filter(|schema| complaints(schema, value).is_empty()).count() == 1
            }
            "items" => {
                for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                    judge(wanted, item, &format!("{at}[{number}]"), wrong);
                }
                true
            }
            "properties" | "additionalProperties" => {
                judge_members(schema, value, at, rule == "properties", wrong);
                true
            }
            "propertyNames" => {
                for key in value.as_object().into_iter().flat_map(Map::keys) {
                    judge(wanted, &Value::from(key.as_str()), &below(at, key), wrong);
                }
                true
            }
            other => panic!("the judge does not know `{other}`"),
        };
        if !kept {
            wrong.push(format!("{at}: {rule} {wanted}, found {value}"));
        }
    }
}

/// The members that are named, or those that are not.
fn judge_members(schema: &Value, value: &Value, at: &str, named: bool, wrong: &mut Vec<String>) {
    for (key, member) in value.as_object().into_iter().flatten() {
        match schema.get("properties").and_then(|properties| properties.get(key)) {
            Some(schema) if named => judge(schema, member, &below(at, key), wrong),
            None if !named && schema["additionalProperties"] == false => {
                wrong.push(format!("{}: is unknown", below(at, key)));
            }
            None if !named => judge(&schema["additionalProperties"], member, &below(at, key), wrong),
            _ => {}
        }
    }
}

fn is_of_type(value: &Value, wanted: &str) -> bool {
    match wanted {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        other => panic!("the judge does not know the type `{other}`"),
    }
}

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a number")
}

fn pattern(value: &Value) -> Regex {
    Regex::new(value.as_str().expect("a pattern")).expect("a pattern")
}

fn below(at: &str, key: &str) -> String {
    if at.is_empty() { key.to_owned() } else { format!("{at}.{key}") }
}
