namespace LlmAspects.Components.Prompting;

/// <summary>A sign that a text asks for a task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Weight">How strong the sign is.</param>
/// <param name="Place">Where it counts.</param>
/// <param name="Words">The words, in lower case, one after the other.</param>
/// <param name="Objects">Phrases of which one must follow in the same sentence; <see langword="null"/>: none needed.</param>
internal sealed record TaskCue(LlmTask Task, double Weight, CuePlace Place, string[] Words, TaskCueObjects? Objects);
