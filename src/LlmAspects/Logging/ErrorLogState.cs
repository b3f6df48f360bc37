using System.Collections;
using System.Globalization;
using LlmAspects.Errors;

namespace LlmAspects.Logging;

/// <summary>An error as structured logging takes it: a short text, and everything that correlates it as properties. What is not known is left out.</summary>
internal sealed class ErrorLogState(ErrorObservation error) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Template = "{Component}.{Operation} failed with {ExceptionType} after {DurationMilliseconds} ms.";

    private readonly KeyValuePair<string, object?>[] _properties = [.. PropertiesOf(error)];

    public int Count => _properties.Length;

    public KeyValuePair<string, object?> this[int index] => _properties[index];

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)_properties).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{error.Component}.{error.Operation} failed with {error.ExceptionType} after {(object?)error.DurationMilliseconds ?? "(null)"} ms.");

    private static IEnumerable<KeyValuePair<string, object?>> PropertiesOf(ErrorObservation error)
    {
        yield return new("Component", error.Component);
        yield return new("Operation", error.Operation);
        yield return new("ExceptionType", error.ExceptionType);
        yield return new("DurationMilliseconds", error.DurationMilliseconds);
        yield return new("Code", error.Code);
        foreach (var correlated in CorrelatedBy(error.Details).Where(static property => property.Value is not null))
        {
            yield return correlated;
        }

        // Formatters look for the template behind the last property.
        yield return new("{OriginalFormat}", Template);
    }

    private static KeyValuePair<string, object?>[] CorrelatedBy(ErrorDetails details) =>
    [
        new("TraceId", details.TraceId), new("SpanId", details.SpanId), new("RequestId", details.RequestId), new("UserId", details.UserId), new("Message", details.Message),
    ];
}
