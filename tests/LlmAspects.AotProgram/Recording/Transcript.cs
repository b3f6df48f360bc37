using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmAspects.AotProgram.Recording;

/// <summary>Writes one JSON object a line, without reflection.</summary>
internal sealed class Transcript(Stream output) : IDisposable
{
    private readonly Utf8JsonWriter _writer = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The scenario that runs.</summary>
    public string Scenario { get; set; } = "";

    /// <summary>Writes what a scenario saw.</summary>
    public void Note(string text) => Line("note", writer => writer.WriteString("text", text));

    /// <summary>Writes what a call gave: "returned", or the type of what it threw.</summary>
    public async Task NoteAsync(string name, Func<Task> call)
    {
        try
        {
            await call();
            Note(name + ": returned");
        }
        catch (Exception error)
        {
            Note($"{name}: threw {error.GetType().FullName}");
        }
    }

    /// <summary>Writes what a synchronous call gave.</summary>
    public Task NoteAsync(string name, Action call) => NoteAsync(name, () =>
    {
        call();
        return Task.CompletedTask;
    });

    /// <summary>Writes a line of any kind.</summary>
    public void Line(string kind, Action<Utf8JsonWriter> writeRest)
    {
        _writer.WriteStartObject();
        _writer.WriteString("scenario", Scenario);
        _writer.WriteString("kind", kind);
        writeRest(_writer);
        _writer.WriteEndObject();
        _writer.Flush();
        _writer.Reset();
        output.WriteByte((byte)'\n');
    }

    public void Dispose() => _writer.Dispose();
}
