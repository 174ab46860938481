//! A static site over HTTP on this machine, while it is being worked on and while it is tested.
//!
//! [`site`] answers from a [`Folder`] that can be switched under it; [`Server`] runs it, or any other
//! router around it, on threads of its own.

mod content_type;
mod folder;
mod runtime;
mod site;

pub use content_type::content_type;
pub use folder::Folder;
pub use runtime::{Server, listen};
pub use site::{Headers, site};
