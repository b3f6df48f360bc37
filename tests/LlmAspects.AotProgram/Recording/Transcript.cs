using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LlmAspects.AotProgram.Recording;

/// <summary>Writes one JSON object a line, without reflection, scenario by scenario. Thread-safe.</summary>
internal sealed class Transcript(Stream output)
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _gate = new();
    private readonly List<(string Kind, string Text)> _lines = [];
    private string _scenario = "";

    /// <summary>Runs a scenario and writes its lines.</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="run">What it does.</param>
    /// <param name="isConcurrent">Whether its spans end in no certain order; then they are sorted, behind the notes.</param>
    public async Task RunAsync(string scenario, Func<Transcript, Task> run, bool isConcurrent)
    {
        _scenario = scenario;
        await run(this);
        lock (_gate)
        {
            foreach (var (_, text) in isConcurrent ? _lines.OrderBy(static line => line.Kind == "note" ? "" : line.Text, StringComparer.Ordinal) : _lines.AsEnumerable())
            {
                output.Write(Encoding.UTF8.GetBytes(text + "\n"));
            }

            _lines.Clear();
        }
    }

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
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("scenario", _scenario);
            writer.WriteString("kind", kind);
            writeRest(writer);
            writer.WriteEndObject();
        }

        lock (_gate)
        {
            _lines.Add((kind, Encoding.UTF8.GetString(buffer.ToArray())));
        }
    }
}
