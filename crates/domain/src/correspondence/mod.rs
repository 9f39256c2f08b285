//! correspondence
