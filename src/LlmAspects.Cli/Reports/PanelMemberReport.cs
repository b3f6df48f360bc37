using LlmAspects.Components.Ensembling;

namespace LlmAspects.Cli.Reports;

/// <summary>What one member of a panel contributed.</summary>
/// <param name="Model">The member.</param>
/// <param name="Weight">The weight that it was given.</param>
/// <param name="Vote">What its vote weighed in the count; 0 when it had none.</param>
/// <param name="Group">The number of its answer from 1, equal for equal answers; <see langword="null"/> when it had no vote.</param>
/// <param name="Quality">The measured quality, 0 to 1; <see langword="null"/> when it could not be measured.</param>
/// <param name="LatencyMilliseconds">How long it took.</param>
/// <param name="Cost">US dollars; <see langword="null"/> when it is not known.</param>
/// <param name="Local">Whether it runs in this process.</param>
/// <param name="State">What became of it.</param>
/// <param name="Error">Why it failed; <see langword="null"/> when it did not.</param>
/// <param name="Answer">What it answered; <see langword="null"/> when it did not.</param>
internal sealed record PanelMemberReport(
    string Model, double Weight, double Vote, int? Group, double? Quality, double LatencyMilliseconds, decimal? Cost, bool Local, MemberState State, string? Error, string? Answer);
