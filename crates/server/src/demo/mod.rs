//! The demonstration office: a provincial government with a year of work in it, made through the use cases.

mod calendar;
mod catalogue;
mod chance;
mod papers;
mod plan;
mod staff;
