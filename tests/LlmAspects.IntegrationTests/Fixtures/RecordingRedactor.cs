namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>The redactor of the process as long as it is not disposed: notes what it is asked for.</summary>
internal sealed class RecordingRedactor : ITagRedactor, IDisposable
{
    private readonly Func<string, string> _redact;

    public RecordingRedactor(Func<string, string> redact)
    {
        _redact = redact;
        TagCapture.Redactor = this;
    }

    public List<(string Value, Type? Classification)> Asked { get; } = [];

    public string Redact(string value, Type? classification)
    {
        Asked.Add((value, classification));
        return _redact(value);
    }

    public void Dispose() => TagCapture.Redactor = null;
}
