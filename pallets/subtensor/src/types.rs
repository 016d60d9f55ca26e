//! Types of storage items and events that belong to no single domain. Encodings: spec 30 §3, 50 §2.

