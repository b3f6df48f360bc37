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

    [Theory]
    [InlineData("[Private] string ApiKey")]
    [InlineData("Key ApiKey")]
    public Task ClassifiedSecret_IsNotReported(string property) => Verify.VerifyAsync(Classified(property, "Tag(\"request.key\", \"{request.ApiKey}\")"));

    [Fact]
    public Task SecretClassifiedByAnInterface_IsNotReported() => Verify.VerifyAsync(Classified(
        "string Password", "Tag(\"request.word\", \"{request.Password}\")"));

    [Fact]
    public Task SecretBesideAnotherThatIsClassified_IsReported() => Verify.VerifyAsync(Classified(
        "[Private] string Name, string ApiKey", "{|LLMA2004:Tag(\"request.key\", \"{request.ApiKey}\")|}"));

    private static string Classified(string properties, string tag) => $$"""
        using Microsoft.Extensions.Compliance.Classification;
        [AttributeUsage(AttributeTargets.All)]
        public sealed class PrivateAttribute() : DataClassificationAttribute(new DataClassification("Tests", "Private"));
        [Private] public record Key(string Text);
        public interface ISigned { [Private] string Password { get; } }
        public record Request({{properties}}){{(properties.Contains("Password", StringComparison.Ordinal) ? " : ISigned" : "")}};
        public partial class Router
        {
            [{{tag}}]
            [ErrorContext] public partial int Ask(Request request);
            private int AskCore(Request request) => 1;
        }
        """;

    private static string Source(string parameter) => $$"""
        public partial class Router
        {
            [ErrorContext] public partial int Ask({{parameter}});
            private int AskCore({{parameter.Replace("[{|LLMA2004:Tag|}] ", "").Replace("[Tag] ", "").Replace("[Tag, Redact] ", "")}}) => 1;
        }
        """;
}
