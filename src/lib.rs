#![doc = include_str!("ARCHITECTURE.md")]

pub mod base;
pub mod cli;
pub mod config;
pub mod daemon;
pub mod decide;
pub mod desk;
pub mod domain;
pub mod io;
pub mod mail;
pub mod notify;
pub mod policy;
pub mod report;
pub mod search;
pub mod store;
