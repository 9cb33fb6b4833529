//! What commands call the objects that they are done to.

use crate::object::{Kind, Object};
use texts::objects;

/// A kind of objects within a sentence.
pub fn kind_in_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Server => objects::server(),
        Kind::Monitor => objects::monitor(),
        Kind::Service => objects::service(),
        Kind::Listener => objects::listener(),
        Kind::Filter => objects::filter(),
        Kind::Session => objects::session(),
    }
}

/// An object within a sentence: `service RW`. Servers are known by their names.
pub fn named(object: &Object) -> String {
    let name = object.name();
    match object {
        Object::Server(_) => name.to_owned(),
        Object::Monitor(_)
        | Object::Service(_)
        | Object::Listener(_)
        | Object::Filter(_)
        | Object::Session(_) => format!("{} {name}", kind_in_words(object.kind())),
    }
}
