namespace LlmAspects.Components.Ensembling;

/// <summary>One answer in the history of an ensembler. Holds no content.</summary>
/// <param name="At">When it was given.</param>
/// <param name="Task">The task.</param>
/// <param name="ModelId">The member that spoke for the winning answer.</param>
/// <param name="Confidence">The confidence, 0 to 1.</param>
/// <param name="Votes">How many members had a vote.</param>
/// <param name="Guard">Whom the guard followed.</param>
public sealed record EnsembleRecord(DateTimeOffset At, LlmTask Task, string ModelId, double Confidence, int Votes, GuardChoice Guard);
