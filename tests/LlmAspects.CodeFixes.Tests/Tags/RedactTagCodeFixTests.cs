using Verify = LlmAspects.CodeFixes.Tests.Verification.FixTest<LlmAspects.Analyzers.Configuration.TagRecordsSecretAnalyzer, LlmAspects.CodeFixes.Tags.RedactTagCodeFix>;

namespace LlmAspects.CodeFixes.Tests.Tags;

public class RedactTagCodeFixTests
{
    [Fact]
    public Task RecordedSecrets_AreMarkedWhereTheyAreDeclared() => Verify.VerifyAsync(
        [
            """
            public partial class Sample
            {
                [ErrorContext] public partial int Ask([{|LLMA2004:Tag|}] string apiKey);
                private int AskCore(string apiKey) => 1;

                [ErrorContext]
                [{|LLMA2004:Tag("key", "{request.ApiKey}")|}]
                [{|LLMA2004:Tag("again", "{request.ApiKey}")|}]
                [{|LLMA2004:Tag("token", "{request.Token}")|}]
                [{|LLMA2004:Tag("secret", "{secret}")|}]
                public partial int Tell(Request request, string secret);
                private int TellCore(Request request, string secret) => 1;

                [ErrorContext] public partial string this[[{|LLMA2004:Tag|}] string password] { get; }
                private string GetItemCore(string password) => "";
            }
            """,
            """
            public record Request(string ApiKey)
            {
                public string Token = "";
            }
            """,
        ],
        [
            """
            public partial class Sample
            {
                [ErrorContext] public partial int Ask([Tag, Redact] string apiKey);
                private int AskCore(string apiKey) => 1;

                [ErrorContext]
                [Tag("key", "{request.ApiKey}")]
                [Tag("again", "{request.ApiKey}")]
                [Tag("token", "{request.Token}")]
                [Tag("secret", "{secret}")]
                public partial int Tell(Request request, [Redact] string secret);
                private int TellCore(Request request, string secret) => 1;

                [ErrorContext] public partial string this[[Tag, Redact] string password] { get; }
                private string GetItemCore(string password) => "";
            }
            """,
            """
            public record Request([Redact] string ApiKey)
            {
                [Redact]
                public string Token = "";
            }
            """,
        ]);

    [Fact]
    public Task MetricOrForeignProperty_HasNoFix()
    {
        const string Source = """
            public partial class Sample
            {
                [TracePerformance]
                [{|LLMA2004:Tag("password", "{settings.Password}")|}]
                public partial int Ask([{|LLMA2004:Tag(Metric = true)|}] string apiKey, System.Net.NetworkCredential settings);
                private int AskCore(string apiKey, System.Net.NetworkCredential settings) => 1;
            }
            """;
        return Verify.VerifyAsync(Source, Source);
    }
}
