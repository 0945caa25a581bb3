//! What leaves the house: SMS gateways.
