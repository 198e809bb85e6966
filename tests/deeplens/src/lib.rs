//! Nothing but tests: every fact of DeepLens's port page, read from the compiled module.
