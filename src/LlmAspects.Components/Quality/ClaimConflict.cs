namespace LlmAspects.Components.Quality;

/// <summary>In what a statement and its evidence disagree.</summary>
internal enum ClaimConflict
{
    /// <summary>In nothing that was found.</summary>
    None,

    /// <summary>The evidence gives other numbers.</summary>
    Number,

    /// <summary>One of them negates what the other affirms.</summary>
    Negation,
}
