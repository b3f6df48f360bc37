namespace LlmAspects.Cli.Ask;

/// <summary>A question to ask.</summary>
/// <param name="Text">The words.</param>
/// <param name="InjectFault">Whether the first model fails on purpose while it is asked.</param>
internal sealed record Question(string Text, bool InjectFault = false)
{
    /// <summary>What a newcomer asks first, and one failure to look at.</summary>
    public static IReadOnlyList<Question> Defaults { get; } =
    [
        new("What does the ErrorContext attribute do?"),
        new("What happens when a model is overloaded?", InjectFault: true),
        new("Does anything leave my machine without --model?"),
    ];
}
