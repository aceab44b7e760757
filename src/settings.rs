//! `config.yaml`: what the learner set, every key optional.
