using System.Text.Json;
using LlmAspects.Errors;
using LlmAspects.ReceiverTests.Desk;
using LlmAspects.ReceiverTests.Servers;
using OpenTelemetry.Exporter;

namespace LlmAspects.ReceiverTests.Otlp;

/// <summary>Messages of exceptions reach a receiver only when somebody wants them recorded.</summary>
public sealed class RecordedMessagesTests : IDisposable
{
    public RecordedMessagesTests() => ErrorAggregator.Shared.RecordMessages = true;

    [FactWithOtlpReceiver]
    public async Task RecordedMessage_IsTheDescriptionOfTheStatusAndPartOfTheLog()
    {
        await using var receiver = await OtlpReceiver.StartAsync();

        await OtlpSample.RunAsync(OtlpExportProtocol.HttpProtobuf, receiver.Http, FailAsync);

        var span = (await receiver.TracesAsync("name = question_desk.check", 1)).ShouldHaveSingleItem().GetProperty("rootSpan");
        span.GetProperty("status").GetProperty("message").GetString().ShouldBe("Refused: a wish");
        JsonElement record = (await receiver.LogsAsync("severity_number >= 17", 1)).ShouldHaveSingleItem();
        record.GetProperty("attributes").GetProperty("exception.message").GetString().ShouldBe("Refused: a wish");
    }

    public void Dispose() => ErrorAggregator.Shared.RecordMessages = false;

    private static Task FailAsync()
    {
        Should.Throw<InvalidOperationException>(static () => new QuestionDesk().Check("a wish"));
        return Task.CompletedTask;
    }
}
