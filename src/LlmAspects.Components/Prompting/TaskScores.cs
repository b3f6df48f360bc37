namespace LlmAspects.Components.Prompting;

/// <summary>Collects signs: one that occurs again counts once, and each further sign of a task counts half as much as the one before.</summary>
internal sealed class TaskScores
{
    private readonly Dictionary<TaskCue, double> _cues = new(ReferenceEqualityComparer.Instance);
    private readonly List<Sign> _shapes = [];

    public void Add(TaskCue cue, double weight) => _cues[cue] = Math.Max(weight, _cues.GetValueOrDefault(cue));

    public void AddShape(LlmTask task, double weight, string name) => _shapes.Add(new Sign(task, weight, name));

    public TaskDetection Decide(double minimum, double margin)
    {
        ILookup<LlmTask, Sign> signs = _cues.Select(cue => new Sign(cue.Key.Task, cue.Value, $"\"{string.Join(' ', cue.Key.Words)}\"")).Concat(_shapes)
            .OrderByDescending(sign => sign.Weight).ThenBy(sign => sign.Name, StringComparer.Ordinal).ToLookup(sign => sign.Task);
        Dictionary<LlmTask, double> scores = signs.ToDictionary(group => group.Key, group => group.Select((sign, rank) => sign.Weight * Math.Pow(0.5, rank)).Sum());
        (LlmTask task, double best) = scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key).Select(score => (score.Key, score.Value)).FirstOrDefault();
        if (best < minimum)
        {
            return new TaskDetection(LlmTask.General, 0, "No sign of a task is strong enough.") { Scores = scores };
        }

        if (scores.Any(score => score.Key != task && best - score.Value < margin))
        {
            return new TaskDetection(LlmTask.General, 0, "Two tasks have nearly the same score.") { Scores = scores };
        }

        return new TaskDetection(task, best / scores.Values.Sum(), $"Signs: {string.Join(", ", signs[task].Select(sign => sign.Name))}.") { Scores = scores };
    }

    private readonly record struct Sign(LlmTask Task, double Weight, string Name);
}
