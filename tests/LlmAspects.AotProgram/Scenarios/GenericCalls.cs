using System.Globalization;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>A generic type with a generic method: code for references is shared, code for values is not.</summary>
[LlmComponent("generics")]
internal sealed partial class GenericCalls<T>(T? nothing)
    where T : class
{
    [ErrorContext, TracePerformance] public partial TOther Echo<TOther>(TOther value)
        where TOther : notnull;

    [ErrorContext, TracePerformance] public partial Task<TOther> EchoAsync<TOther>(TOther value, Task gate);

    [ErrorContext, TracePerformance] public partial ValueTask<T?> NothingAsync(Task gate);

    private TOther EchoCore<TOther>(TOther value)
        where TOther : notnull
        => nothing is null ? value : throw new NotSupportedException();

    private async Task<TOther> EchoCoreAsync<TOther>(TOther value, Task gate)
    {
        await gate;
        return nothing is null ? value : throw new NotSupportedException();
    }

    private async ValueTask<T?> NothingCoreAsync(Task gate)
    {
        await gate;
        return nothing;
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new GenericCalls<T>(nothing: null);
        transcript.Note(calls.Echo("text") + calls.Echo(7).ToString(CultureInfo.InvariantCulture) + calls.Echo(2.5m).ToString(CultureInfo.InvariantCulture));
        await transcript.NoteAsync("reference", () => Endings.OpenWhenPendingAsync(gate => calls.EchoAsync("text", gate)));
        await transcript.NoteAsync("value", () => Endings.OpenWhenPendingAsync(gate => calls.EchoAsync((1, 2L), gate)));
        await transcript.NoteAsync("type parameter of the type", () => Endings.OpenWhenPendingAsync(async gate => await calls.NothingAsync(gate)));
    }
}
