using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Results that are recorded, and results that are errors.</summary>
[LlmComponent("results")]
internal sealed partial class ResultCalls
{
    private int _calls;

    [ErrorContext, TracePerformance(RecordResult = true)] public partial decimal Price(int count);

    [ErrorContext, TracePerformance(RecordResult = true)] public partial Task<string> NameAsync(Task gate, string name);

    [ErrorContext, TracePerformance(RecordResult = true)]
    [return: Redact]
    public partial string Greeting(string name);

    [ErrorContext, TracePerformance(FailedWhen = "{result.IsError}", ErrorTypeFrom = "{result.Code}")] public partial Answer Ask(string? code);

    [ErrorContext, TracePerformance(FailedWhen = "{result.IsError}")] public partial Task<Answer> AskAsync(Task gate, string? code);

    private decimal PriceCore(int count) => (++_calls * 0) + (count * 1.5m);

    private async Task<string> NameCoreAsync(Task gate, string name)
    {
        _calls++;
        await gate;
        return "Dr. " + name;
    }

    private string GreetingCore(string name) => (_calls > 0 ? "Hello " : "Good day ") + name;

    private Answer AskCore(string? code) => new(code, ++_calls);

    private async Task<Answer> AskCoreAsync(Task gate, string? code)
    {
        await gate;
        return AskCore(code);
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new ResultCalls();
        await transcript.NoteAsync("number", () => calls.Price(2));
        await transcript.NoteAsync("complete task", () => calls.NameAsync(Task.CompletedTask, "Ada"));
        await transcript.NoteAsync("pending task", () => Endings.OpenWhenPendingAsync(gate => calls.NameAsync(gate, "Ada")));
        await transcript.NoteAsync("redacted", () => calls.Greeting("Ada"));
        foreach (var code in (string?[])[null, "no_credit"])
        {
            await transcript.NoteAsync($"judged, {code ?? "none"}", () => calls.Ask(code));
            await transcript.NoteAsync($"judged, complete task, {code ?? "none"}", () => calls.AskAsync(Task.CompletedTask, code));
            await transcript.NoteAsync($"judged, pending task, {code ?? "none"}", () => Endings.OpenWhenPendingAsync(gate => calls.AskAsync(gate, code)));
        }
    }

    internal sealed record Answer(string? Code, int Number)
    {
        public bool IsError => Code is not null;
    }
}
