namespace LlmAspects.Components.Caching.Semantic;

/// <summary>What a question asks for. Questions of different kinds have different answers, however alike their words are.</summary>
internal enum QuestionKind
{
    /// <summary>No question that is known.</summary>
    Other,

    /// <summary>How something is done.</summary>
    HowTo,

    /// <summary>How something is or works.</summary>
    HowIs,

    /// <summary>How much, many, long, often ...; the word belongs to the terms.</summary>
    HowMuch,

    /// <summary>What the difference is.</summary>
    Difference,

    /// <summary>Why.</summary>
    Why,

    /// <summary>What something is like.</summary>
    Like,

    /// <summary>What or which something is.</summary>
    WhatIs,

    /// <summary>What does, should or can.</summary>
    What,

    /// <summary>Who.</summary>
    Who,

    /// <summary>Where.</summary>
    Where,

    /// <summary>When.</summary>
    When,

    /// <summary>Whether one should.</summary>
    Should,

    /// <summary>Whether one can.</summary>
    Can,

    /// <summary>Whether it is so.</summary>
    YesOrNo,

    /// <summary>What if.</summary>
    If,
}
