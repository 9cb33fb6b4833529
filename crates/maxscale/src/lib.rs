//! MaxScale in words: its resources, the states of a server, what may be done when.
