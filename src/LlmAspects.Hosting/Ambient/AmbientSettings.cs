using LlmAspects.Errors;
using LlmAspects.Logging;
using Microsoft.Extensions.Logging;

namespace LlmAspects.Hosting.Ambient;

/// <summary>What is process-wide and a host sets.</summary>
internal sealed record AmbientSettings(ILoggerFactory? LoggerFactory, ITagRedactor? Redactor, int MaximumTagLength, bool RecordMessages, Func<string, string>? MessageRedactor)
{
    public static AmbientSettings Read() =>
        new(LlmAspectsLogging.Factory, TagCapture.Redactor, TagCapture.MaximumLength, ErrorAggregator.Shared.RecordMessages, ErrorAggregator.Shared.MessageRedactor);

    public void Apply()
    {
        LlmAspectsLogging.Factory = LoggerFactory;
        TagCapture.Redactor = Redactor;
        TagCapture.MaximumLength = MaximumTagLength;
        ErrorAggregator.Shared.RecordMessages = RecordMessages;
        ErrorAggregator.Shared.MessageRedactor = MessageRedactor;
    }
}
