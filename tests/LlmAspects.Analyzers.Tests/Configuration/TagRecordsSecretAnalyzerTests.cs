using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Configuration.TagRecordsSecretAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Configuration;

public class TagRecordsSecretAnalyzerTests
{
    [Theory]
    [InlineData("apiKey")]
    [InlineData("APIKey")]
    [InlineData("api_key")]
    [InlineData("apikey")]
    [InlineData("userPassword")]
    [InlineData("clientSecretValue")]
    [InlineData("token")]
    [InlineData("accessToken")]
    [InlineData("authorization")]
    [InlineData("credentials")]
    [InlineData("connectionString")]
    public Task SecretName_IsReported(string name) => Verify.VerifyAsync(Source($"[{{|LLMA2004:Tag|}}] string {name}"));

    [Theory]
    [InlineData("string tokens")]
    [InlineData("string tokenCount")]
    [InlineData("int maxTokens")]
    [InlineData("string tokenLimit")]
    [InlineData("string cancellationToken")]
    [InlineData("CancellationToken token")]
    [InlineData("string tokenizer")]
    [InlineData("string secretary")]
    [InlineData("string key")]
    [InlineData("int passwordLength")]
    [InlineData("bool? hasPassword")]
    public Task HarmlessName_IsNotReported(string parameter) => Verify.VerifyAsync(Source("[Tag] " + parameter));

    [Fact]
    public Task RedactedSecret_IsNotReported() => Verify.VerifyAsync(Source("[Tag, Redact] string apiKey"));

    [Fact]
    public Task Message_NamesTheMember() => Verify.VerifyMessageAsync("""
        public record Request(string ApiKey, [Redact] string Password);
        public partial class Router
        {
            [{|#0:Tag("request.key", "{request.ApiKey}")|}, Tag("request.word", "{request.Password}"), Tag("request.size", "{request.ApiKey.Length}")]
            [ErrorContext] public partial int Ask(Request request);
            private int AskCore(Request request) => 1;
        }
        """,
        "The tag 'request.key' records 'ApiKey', which looks like a secret: mark it with [Redact], or remove the tag");

    private static string Source(string parameter) => $$"""
        public partial class Router
        {
            [ErrorContext] public partial int Ask({{parameter}});
            private int AskCore({{parameter.Replace("[{|LLMA2004:Tag|}] ", "").Replace("[Tag] ", "").Replace("[Tag, Redact] ", "")}}) => 1;
        }
        """;
}
