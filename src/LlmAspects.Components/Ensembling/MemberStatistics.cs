namespace LlmAspects.Components.Ensembling;

/// <summary>What one member did so far.</summary>
/// <param name="ModelId">The member.</param>
/// <param name="Asked">How often it was asked.</param>
/// <param name="Answered">How often its answer had a vote.</param>
/// <param name="Failed">How often it failed.</param>
/// <param name="Won">How often it had given the winning answer.</param>
public sealed record MemberStatistics(string ModelId, long Asked, long Answered, long Failed, long Won)
{
    /// <summary>How often it had a vote when it was asked, 0 to 1; <see langword="null"/> when it never was.</summary>
    public double? Participation => Asked == 0 ? null : (double)Answered / Asked;
}
