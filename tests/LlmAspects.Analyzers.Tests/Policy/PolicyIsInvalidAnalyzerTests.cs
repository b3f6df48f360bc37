using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Policy.PolicyIsInvalidAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Policy;

public class PolicyIsInvalidAnalyzerTests
{
    private const string Source = "public class Client;";

    [Fact]
    public Task UnreadableValue_IsExplained() => Verify.VerifyUnderAsync(
        Source,
        "llmaspects.required_on = everything",
        "'llmaspects.required_on' is ignored: 'everything' is not a list of components, public, model_calls, or none alone");

    [Fact]
    public Task UnknownKey_IsExplained() => Verify.VerifyUnderAsync(
        Source,
        "llmaspects.require = public",
        "'llmaspects.require' is ignored: there is no such key; the keys are llmaspects.required_aspects, llmaspects.required_methods, llmaspects.required_namespaces, llmaspects.required_on");

    [Fact]
    public Task ReadablePolicy_IsNotReported() => Verify.VerifyUnderAsync(
        Source,
        "llmaspects.required_on = public, model_calls\nllmaspects.required_namespaces = A.**, !A.B\nother.key = everything");

    [Fact]
    public Task EmptyPatternOfTheAttribute_IsReportedWhereItIsWritten() => Verify.VerifyMessageAsync(
        """
        [assembly: LlmAspectsPolicy({|#0:RequiredMethods = ["*Async", ""]|}, RequiredNamespaces = ["A.**"])]
        """,
        "'RequiredMethods' is ignored: a pattern is empty; write patterns such as Contoso.**, !*Tests");

    [Theory]
    [InlineData("RequiredOn = (AspectScopes)64", "RequiredOn", "AspectScopes")]
    [InlineData("RequiredAspects = (RequiredAspects)8", "RequiredAspects", "RequiredAspects")]
    public Task ValueWithoutAName_IsReported(string argument, string option, string type) => Verify.VerifyMessageAsync(
        $$"""
        [assembly: LlmAspectsPolicy({|#0:{{argument}}|})]
        """,
        $"'{option}' is ignored: it holds a value that {type} does not name");

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        #pragma warning disable LLMA2010
        [assembly: LlmAspectsPolicy(RequiredMethods = [""])]
        """);
}
