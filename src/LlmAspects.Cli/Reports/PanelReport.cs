using LlmAspects.Components.Ensembling;

namespace LlmAspects.Cli.Reports;

/// <summary>How a panel came to its answer.</summary>
/// <param name="Strategy">How the answers became one.</param>
/// <param name="Confidence">The probability that the answer is right, 0 to 1.</param>
/// <param name="IsCalibrated">Whether outcomes calibrated it.</param>
/// <param name="Guard">Whom the guard followed.</param>
/// <param name="Members">What every member contributed.</param>
internal sealed record PanelReport(EnsembleStrategy Strategy, double Confidence, bool IsCalibrated, GuardChoice Guard, IReadOnlyList<PanelMemberReport> Members);
