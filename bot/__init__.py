"""Relais: a companion between two workshops, for people in supported employment."""
