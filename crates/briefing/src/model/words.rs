//! The words of the interface, in the order in which they travel.

use super::Strings;

super::strings::words! {
    /// Skip link to the content.
    skip_content,
    /// Skip link to the filters.
    skip_filters,
    /// Skip link to the results.
    skip_results,
    /// Name of the navigation for screen readers.
    navigation,
    /// Theme that follows the device.
    theme_auto,
    /// Light theme.
    theme_light,
    /// Dark theme.
    theme_dark,
    /// Opens the list of all sections on small screens.
    menu,
    /// Opens the list of the further sections.
    menu_more,
    /// Row of the fact box: content date.
    as_of,
    /// Row of the fact box: sources.
    facts_sources,
    /// {primary} and {press} are numbers.
    facts_sources_value,
    /// Row of the fact box: commitments.
    facts_commitments,
    /// {count}, {sorted} and {pillars} are numbers.
    facts_commitments_value,
    /// Row of the fact box: on how many points sources differ.
    facts_differences,
    /// Explains source marks; {primary} and {press} are replaced by marks.
    mark_key,
    /// Name of a source mark for screen readers: {code}, {paragraph}, {source}, {tier}. It begins
    /// with what is seen, so that it can be called by it.
    mark_name,
    /// The word for a primary source.
    tier_primary,
    /// The word for a press source.
    tier_press,
    /// Name of the trip diagram for screen readers.
    diagram_name,
    /// Said before a derived date's reasoning.
    derived,
    /// Said before how a claim was inferred.
    inferred,
    /// Begins an event that surrounded the trip.
    context,
    /// Where no date is given.
    no_date,
    /// A jump inside the past: {years} is a number.
    years_later,
    /// Column of the next steps: what is to be done.
    agenda_step,
    /// Column of the next steps: when.
    agenda_due,
    /// Column of the next steps for screen readers: the drawing.
    agenda_axis,
    /// Latest time, a year or month: {date}.
    due_by_end,
    /// Latest day: {date}.
    due_by,
    /// At any time in a year or month: {date}.
    due_within,
    /// Below the heading of the next steps: {date} is that of the content.
    agenda_as_of,
    /// After it, on the device of a reader: {date}.
    agenda_today,
    /// The same when content is old: {date} and {count} months, never one.
    agenda_months,
    /// The same when content is very old: {date} and {count} years, never one.
    agenda_years,
    /// A date in a later year than the reader's.
    standing_ahead,
    /// A date in the reader's year.
    standing_year,
    /// A date in the reader's month.
    standing_month,
    /// A date that is over.
    standing_passed,
    /// Key of the time axis: the dot, with its {date}.
    key_origin,
    /// Key of the time axis: the flag.
    key_flag,
    /// Key of the time axis: the full bar.
    key_bar,
    /// Key of the time axis: the outlined bar.
    key_within,
    /// Key of the time axis: the shade in it.
    key_sooner,
    /// Key of the time axis: the dotted line.
    key_open,
    /// Key of the time axis: the line of the reader's day.
    key_today,
    /// Name of the search box.
    search,
    /// Opens the filters on small screens.
    filter,
    /// The same with {count} active filters.
    filter_active,
    /// Closes a panel.
    close,
    /// Closes the filters: {count} is a number.
    show_results_one,
    /// The same for several.
    show_results_other,
    /// {shown} of {total}, when the total is one.
    results_one,
    /// {shown} of {total}, when the total is several.
    results_other,
    /// {shown} of {total} in a band.
    band_count,
    /// A pillar's name in the source: {number}, {name}.
    priority,
    /// Removes all filters.
    clear_all,
    /// Removes one filter: {label}.
    remove,
    /// The chip of the search: {words}.
    chip_search,
    /// Heads what a search or a paragraph finds beyond the cards.
    elsewhere,
    /// Copies a link to the current view.
    copy_link,
    /// After copying.
    link_copied,
    /// When copying was refused; the link follows.
    copy_failed,
    /// What a link asked for and is not here: {list}.
    link_ignored,
    /// A part of the list above: broken percent-encoding.
    ignored_broken,
    /// A part of the list above: a search cut to {count} characters.
    ignored_long,
    /// Heading when nothing matches.
    empty_title,
    /// Below that heading.
    empty_text,
    /// A way out: {label} would leave {count}.
    empty_remove,
    /// A way out: all {count}.
    empty_clear,
    /// Attested in the joint text.
    voice_joint,
    /// Attested by one side only.
    voice_own,
    /// Attested by the press only.
    voice_press,
    /// Opens the words the sources use and the reasons for a status.
    wording,
    /// Said before links to commitments that belong with it.
    related,
    /// The word a source uses: {verb}.
    verb,
    /// Marks a card on which sources differ; what follows the sign.
    differs,
    /// Head of the column of points on which sources differ.
    differences_point,
    /// Head of the column of what the briefing does.
    differences_verdict,
    /// Where a source says nothing, which is not being against.
    silent,
    /// Opens the differences of a point that bear on no claim: {count} is a number.
    differences_rest,
    /// Name of the list of speakers for screen readers.
    speakers,
    /// Heads the people among people and bodies.
    persons,
    /// Heads the bodies among people and bodies.
    bodies,
    /// Name of the list of first letters for screen readers.
    letters,
    /// Column or row of paragraphs: {count}.
    paragraphs,
    /// A paragraph square: {paragraph}, cited by {count}. It begins with what is seen.
    paragraph_cited,
    /// A paragraph square that is boilerplate: {paragraph}.
    paragraph_boilerplate,
    /// Explains the squares.
    squares_key,
    /// Name of the choice between cards and table, for screen readers.
    layout,
    /// Shows cards.
    layout_cards,
    /// Shows a table.
    layout_table,
    /// Column of the table: what was promised.
    column_title,
    /// Column of the table: who takes part.
    parties,
    /// Column of the table: when.
    date,
    /// Name of the matrix for screen readers.
    matrix_name,
    /// Explains the matrix.
    matrix_note,
    /// Beside what spans all pillars.
    matrix_spans,
    /// Name of a cell of the matrix: {count}, {pillar}, {status}.
    matrix_cell,
    /// Copies a link to an entry: {title}.
    copy_entry,
    /// Heads the paragraphs an entry stands on.
    entry_proof,
    /// Heads the paragraphs of a source an entry cites: {source}, {code}.
    entry_place,
    /// The sources an entry does not cite: {list}.
    entry_silent,
    /// Goes to the entry before.
    entry_previous,
    /// Goes to the entry after.
    entry_next,
    /// Where an entry stands in the list: {number}, {count}.
    entry_position,
    /// When the filters hide the entry that is open.
    entry_hidden,
    /// When a link names an entry that is not here: {id}.
    entry_missing,
    /// Heads the formats of a citation.
    copy_citation,
    /// A citation in plain words.
    cite_plain,
    /// A citation as the Chicago manual has it.
    cite_chicago,
    /// A citation for BibTeX.
    cite_bibtex,
    /// After copying a citation.
    citation_copied,
    /// A citation: {title}, {site}, {as_of}, {marks}, {url}.
    citation_plain,
    /// The same as the Chicago manual has it.
    citation_chicago,
    /// A day in such a citation: {day}, {month}, {year}.
    citation_date,
    /// A paragraph whose word sets the status.
    role_status,
    /// A paragraph that gives the substance.
    role_content,
    /// A paragraph with a weaker word.
    role_weaker,
    /// A paragraph with a firmer word, which does not count.
    role_stronger,
    /// A press paragraph that reports the same.
    role_press,
    /// A paragraph that only names it.
    role_names,
    /// Leads to all claims on a paragraph.
    see_all,
    /// Opens the list of files that can be taken away.
    take,
    /// Heads it: the files have what is shown.
    take_shown,
    /// Heads it where nothing can be chosen: the files have everything.
    take_all,
    /// A spreadsheet.
    take_csv,
    /// A text with headings.
    take_md,
    /// A calendar.
    take_ics,
    /// Data for programs.
    take_json,
    /// Slides that can be edited, for PowerPoint.
    take_pptx,
    /// When the file could not be made.
    take_failed,
    /// Heads the still pictures, which have everything whatever is shown.
    take_pictures,
    /// In the picture of the matrix: all its marks are {count}.
    picture_all,
    /// Opens the help on keys.
    help,
    /// What the slash does.
    help_search,
    /// What the question mark does.
    help_help,
    /// What the left and right arrows do.
    help_entries,
    /// What the arrows do in the matrix.
    help_grid,
    /// What Escape does.
    help_escape,
    /// Switches single keys on and off.
    help_switch,
    /// Heads what the page end says of the briefing.
    footer_about,
    /// What this is: {sources} and {date}.
    footer_about_text,
    /// Heads the editorial rules.
    footer_rules,
    /// The editorial rules in three short sentences.
    footer_rules_text,
    /// Heads the key to the source marks.
    footer_marks,
    /// Leads back to the top of the page.
    to_top,
    /// When the engine did not start.
    engine_failed,
    /// When a newer version of the page is kept on the device than the one that is open.
    newer,
    /// Loads it.
    newer_reload,
    /// Title of the dates and differences on the first printed page.
    brief_title,
    /// Explains the codes of the sources on paper: {sources}.
    print_codes,
    /// The choice of what is printed.
    print_legend,
    /// The short form.
    print_brief,
    /// The long form.
    print_full,
    /// Prints.
    print_button,
    /// What to know before printing.
    print_note,
    /// A day: {day}, {month}, {year}, {weekday}.
    date_day,
    /// A day in little room: {day}, {month}, {weekday}.
    date_short,
    /// A month: {month}, {year}.
    date_month,
    /// A day without its year, as an end of a range: {day}, {month}.
    date_edge,
    /// A range inside one month: {from}, {to}, {month}, {year}.
    date_range_month,
    /// Any other range: {from} and {to} are written by `date_edge`, {year}.
    date_range,
    /// A range inside one month without its year, in little room: {from}, {to}, {month}.
    date_span_month,
    /// Any other range without its year: {from} and {to} are written by `date_edge`.
    date_span,
    /// A stop of the trip: {place}, {number} of {count}.
    stop_of,
    /// Several stops in one: {places}, {from} and {to} of {count}.
    stops_of,
    /// Title of the route where it stands alone: {title} of its section, {places} are countries.
    embed_route,
    /// Title of the key figures where they stand alone.
    embed_figures,
    /// Below what stands alone: how old it is, and what its marks mean.
    embed_note,
    /// Leads from what stands alone to the whole.
    embed_open,
    /// Opens the panel for putting parts on the pages of others; its title.
    share,
    /// Heads the choice of the part.
    share_what,
    /// The commitments as they are filtered: {title} of their section.
    share_filtered,
    /// The choice of one commitment.
    share_entry,
    /// Heads the choice of the language.
    share_language,
    /// The language of this file, in itself.
    language_name,
    /// Heads the choice of the colours.
    share_scheme,
    /// Colours as the device has them.
    scheme_auto,
    /// Light colours.
    scheme_light,
    /// Dark colours.
    scheme_dark,
    /// Names the address of the part on the whole page.
    share_link,
    /// Names the code of a frame.
    share_frame,
    /// Copies it.
    share_copy_frame,
    /// Names the code of the element.
    share_element,
    /// Copies it.
    share_copy_element,
    /// Before the pictures of the part.
    share_still,
    /// After copying.
    share_copied,
    /// When copying was refused; the text is selected.
    share_refused,
    /// Heads the frame as it will be.
    share_preview,
    /// What a frame always has, and what it never does.
    share_note,
    /// Before the parts, where no script makes the code.
    share_plainly,
    /// Opens the presentation of what is shown.
    present,
    /// What the key of the presentation does.
    help_present,
    /// Name of the ways through the slides for screen readers.
    slides,
    /// Said of a slide when it comes: {number}, {count}, {title}.
    slide_of,
    /// Goes to the slide before.
    slide_previous,
    /// Goes to the slide after.
    slide_next,
    /// Shows what a slide rests on.
    slide_notes,
    /// Fills the screen.
    slide_full,
    /// Leaves the presentation.
    slide_leave,
    /// When the screen was made black.
    slide_black,
    /// When a link names a slide that is not there: {id}.
    slide_missing,
    /// At the foot of each slide: {site} and {date}.
    slide_foot,
    /// Explains the matrix on a slide.
    slide_matrix,
}
