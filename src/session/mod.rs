//! One study session, a pure state machine.
