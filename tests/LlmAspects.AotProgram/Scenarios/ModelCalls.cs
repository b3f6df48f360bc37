using System.Diagnostics;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Calls of models by the conventions for generative AI, spans that link to others, and tracing below the level of the assembly.</summary>
[LlmComponent("models")]
internal sealed partial class ModelCalls
{
    private int _calls;

    [ErrorContext, TracePerformance(GenAI = GenAIOperation.Chat, GenAIProvider = "openai"), Tag("gen_ai.usage.output_tokens", "{result.Length}")]
    public partial Task<string> AskAsync([Tag("gen_ai.request.model")] string model, Task gate, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance(GenAI = GenAIOperation.ExecuteTool)] public partial int RunTool([Tag("gen_ai.tool.name")] string tool);

    [ErrorContext, TracePerformance(LinksFrom = nameof(senders))] public partial int Handle(IReadOnlyList<ActivityContext> senders);

    [ErrorContext, TracePerformance(Level = AspectLevel.Trace), Tag("number", "{number}")] public partial int Score(int number);

    private async Task<string> AskCoreAsync(string model, Task gate, Ending ending, CancellationToken cancellationToken)
    {
        _calls++;
        await gate;
        Endings.Reach(ending, cancellationToken);
        return model;
    }

    private int RunToolCore(string tool) => tool.Length + ++_calls;

    private int HandleCore(IReadOnlyList<ActivityContext> senders) => senders.Count + ++_calls;

    private int ScoreCore(int number) => 10 / number * ++_calls;

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new ModelCalls();
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await transcript.NoteAsync($"chat, {ending}", () => calls.AskAsync("a-model", Task.CompletedTask, ending, token));
            await transcript.NoteAsync($"chat, pending, {ending}", () => Endings.OpenWhenPendingAsync(gate => calls.AskAsync("a-model", gate, ending, token)));
        }

        await transcript.NoteAsync("tool", () => calls.RunTool("clock"));
        await transcript.NoteAsync("links", () => calls.Handle([NewContext(), default, NewContext()]));
        await transcript.NoteAsync("below the level", () => calls.Score(5));
        await transcript.NoteAsync("below the level, failed", () => calls.Score(0));
    }

    private static ActivityContext NewContext() => new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
}
