//! Vectors and laws of spec 90 §4 to §10.
