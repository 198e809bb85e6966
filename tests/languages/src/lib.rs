//! Maps whose names and texts mean something elsewhere; in `golden` what is written of them.
