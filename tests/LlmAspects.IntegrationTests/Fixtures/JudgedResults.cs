namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>Methods that return their failures.</summary>
internal static partial class JudgedResults
{
    [ErrorContext, TracePerformance(FailedWhen = "{result.IsError}", ErrorTypeFrom = "{result.Error.Code}")]
    [Tag("llm.text", "{result.Text}")]
    public static partial Answer Ask([Tag] string question, Answer answer);

    [ErrorContext, TracePerformance(FailedWhen = "{result.IsError}", ErrorTypeFrom = "{result.Error.Code}")]
    public static partial Task<Answer> AskAsync(Answer answer, bool isPending);

    [TracePerformance(FailedWhen = "{result.Error.IsFatal}", FailedOnly = true)]
    public static partial ValueTask<Answer> AskValueAsync(Answer answer, bool isPending);

    [TracePerformance(FailedWhen = "{result}", SampleEvery = 1000)] public static partial bool Check(bool result1);

    [ErrorContext, TracePerformance(FailedWhen = "{result.Throws}")] public static partial Answer Stumble(Answer answer);

    [TracePerformance(FailedWhen = "{result.IsError}", ErrorTypeFrom = "{result.Throwing}")] public static partial Answer Half(Answer answer);

    [ErrorContext, TracePerformance(FailedWhen = "{result.IsEmpty}")] public static partial ReadOnlySpan<char> Slice(string text);

    [TracePerformance(FailedWhen = "{result.IsError}")] public static partial Answer Last { get; set; }

    private static Answer AskCore(string question, Answer answer) => question.Length == 0 ? throw new FormatException() : answer;

    private static async Task<Answer> AskCoreAsync(Answer answer, bool isPending)
    {
        if (isPending)
        {
            await Task.Yield();
        }

        return answer;
    }

    private static async ValueTask<Answer> AskValueCoreAsync(Answer answer, bool isPending) => await AskCoreAsync(answer, isPending);

    private static bool CheckCore(bool result1) => result1;

    private static Answer StumbleCore(Answer answer) => answer;

    private static Answer HalfCore(Answer answer) => answer;

    private static ReadOnlySpan<char> SliceCore(string text) => text.AsSpan();

    private static Answer GetLastCore() => Answer.Failed("last");

    private static void SetLastCore(Answer value) => ArgumentNullException.ThrowIfNull(value);

    /// <summary>A result that may be an error.</summary>
    internal sealed record Answer(string Text, Failure? Error)
    {
        public static Answer Good { get; } = new("yes", null);

        public bool IsError => Error is not null;

        public bool Throws => throw new InvalidOperationException(Text);

        public string Throwing => throw new InvalidOperationException(Text);

        public static Answer Failed(string? code) => new("no", new Failure(code, IsFatal: true));
    }

    /// <summary>Why there is no answer.</summary>
    internal sealed record Failure(string? Code, bool IsFatal);
}
