package org.vmalloscope.lesson;

/// What somebody says will happen, and what does happen. Two that say the same are equal.
public sealed interface Answer {
    /// An address; 0 is NULL.
    record Address(long address) implements Answer {}

    /// An area of the run, by the address of its vmap_area.
    record Area(long vmapArea) implements Answer {}

    /// An amount.
    record Amount(long value) implements Answer {}

    /// One of a few words, such as `yes`.
    record Word(String word) implements Answer {}
}
