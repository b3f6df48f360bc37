using System.Collections.Immutable;

namespace LlmAspects.Components.Ensembling;

/// <summary>How the members voted once, and which answer was right. Holds no content.</summary>
/// <param name="Votes">For each member, in the order of the members, the number of its answer from 0 up (equal answers have the same number), <see cref="NoAnswer"/> or <see cref="Absent"/>.</param>
/// <param name="Correct">The number of the right answer; <see cref="NoAnswer"/> when nobody gave it.</param>
public sealed record PanelOutcome(ImmutableArray<int> Votes, int Correct)
{
    /// <summary>The member answered, but gave no answer that could be read: it was wrong.</summary>
    public const int NoAnswer = -1;

    /// <summary>The member was not asked, failed, or was not waited for: nothing is learned of it.</summary>
    public const int Absent = -2;

    internal bool IsRight(int member) => Votes[member] >= 0 && Votes[member] == Correct;

    internal bool IsPresent(int member) => Votes[member] != Absent;

    internal bool IsWrong(int member) => IsPresent(member) && !IsRight(member);
}
