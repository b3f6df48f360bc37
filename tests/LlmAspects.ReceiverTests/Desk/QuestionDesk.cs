namespace LlmAspects.ReceiverTests.Desk;

/// <summary>A component with one operation of each kind that is exported differently.</summary>
[LlmComponent("question_desk")]
internal sealed partial class QuestionDesk
{
    /// <summary>Part of every argument and every exception message; no receiver may see it.</summary>
    public const string Secret = "secret-of-the-user";

    private int _fetches;

    [ErrorContext, TracePerformance]
    public partial Task<string> AnswerAsync(string question);

    [ErrorContext, TracePerformance(GenAI = GenAIOperation.Chat, GenAIProvider = "embedded")]
    public partial Task<string> ChatAsync([Tag("gen_ai.request.model")] string model, string prompt);

    [ErrorContext, TracePerformance]
    public partial int Check(string text);

    [ErrorContext, TracePerformance]
    public partial IAsyncEnumerable<string> WordsAsync(string text);

    [ErrorContext, TracePerformance, RetryWithBackoff(MaxAttempts = 2, BaseDelayMilliseconds = 1)]
    public partial Task FetchAsync(string text);

    private async Task<string> AnswerCoreAsync(string question) => await ChatAsync("tiny", question);

    private async Task<string> ChatCoreAsync(string model, string prompt)
    {
        await Task.Yield();
        return $"{model} has read {prompt}";
    }

    private int CheckCore(string text) => throw new InvalidOperationException($"Refused: {text}");

    private async IAsyncEnumerable<string> WordsCoreAsync(string text)
    {
        foreach (var word in text.Split(' '))
        {
            await Task.Yield();
            yield return word;
        }
    }

    private Task FetchCoreAsync(string text) => Interlocked.Increment(ref _fetches) % 2 == 1 ? Task.FromException(new IOException(text)) : Task.CompletedTask;
}
