using LlmAspects.Errors;

namespace LlmAspects.Tests.Errors;

public sealed class SecretScrubberTests
{
    // Written in two parts, so that no scanner takes them for real ones.
    [Theory]
    [InlineData("Incorrect API key provided: sk" + "-proj-abcdefghijklmnop1234.", "Incorrect API key provided: [redacted].")]
    [InlineData("key sk" + "-ant-api03-abcdefgh_ijklmnop is wrong", "key [redacted] is wrong")]
    [InlineData("AKIA" + "ABCDEFGHIJKLMNOP was refused", "[redacted] was refused")]
    [InlineData("gh" + "p_abcdefghijklmnopqrstuvwxyz", "[redacted]")]
    [InlineData("Authorization: Bearer abc.def-ghi_jkl==", "Authorization: Bearer [redacted]")]
    [InlineData("token eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc-_x ended", "token [redacted] ended")]
    [InlineData("redis://user:hunter2@host:6379", "redis://user:[redacted]@host:6379")]
    [InlineData("GET /v1?api_key=abc123&top=5", "GET /v1?api_key=[redacted]&top=5")]
    [InlineData("{\"password\": \"hunter2\"}", "{\"password\": \"[redacted]\"}")]
    public void Credential_IsTakenOut(string text, string scrubbed) => SecretScrubber.Scrub(text).ShouldBe(scrubbed);

    [Theory]
    [InlineData("This model's maximum context length is 128000 tokens.")]
    [InlineData("max_tokens: 4096 is too large")]
    [InlineData("The task-oriented skeleton is missing.")]
    [InlineData("https://example.org/a:b@c")]
    public void OrdinaryText_Stays(string text) => SecretScrubber.Scrub(text).ShouldBe(text);

    [Fact]
    public void RecordedMessage_HoldsNoCredential()
    {
        var errors = new ErrorAggregator { RecordMessages = true };

        errors.MessageOf(new FormatException("Bearer abcdefgh1234 refused")).ShouldBe("Bearer [redacted] refused");
    }

    [Fact]
    public void LongMessage_IsScrubbedBeforeItIsCut()
    {
        var errors = new ErrorAggregator { RecordMessages = true };

        errors.MessageOf(new FormatException(new string('x', 246) + " Bearer abcdefgh1234")).ShouldBe(new string('x', 246) + " Bearer [r");
    }

    [Fact]
    public void OwnRedactor_ComesAfterOurs()
    {
        var errors = new ErrorAggregator { RecordMessages = true, MessageRedactor = text => text.Replace("Ann", "***", StringComparison.Ordinal) };

        errors.MessageOf(new FormatException("Ann: password=hunter2")).ShouldBe("***: password=[redacted]");
    }

    [Fact]
    public void FailingRedactor_CostsTheMessageOnly()
    {
        var errors = new ErrorAggregator { RecordMessages = true, MessageRedactor = _ => throw new InvalidOperationException() };

        errors.MessageOf(new FormatException("secret")).ShouldBeNull();
    }
}
