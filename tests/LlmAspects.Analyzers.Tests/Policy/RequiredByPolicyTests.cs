using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Missing.ErrorContextIsMissingAnalyzer>;
using VerifyTrace = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Missing.TracePerformanceIsMissingAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Policy;

public class RequiredByPolicyTests
{
    [Fact]
    public Task PublicMethods_AreDemanded() => Verify.VerifyUnderAsync(
        """
        public class Client
        {
            public int {|LLMA1001:Ask|}() => 1;
            public int Count { get; set; }
            [NoAspects("Takes no time.")] public int Exempt() => 1;
            internal int Hidden() => 1;
            public override string ToString() => "";
            public void Dispose() { }
            public static Client operator +(Client left, Client right) => left;

            private class Inner { public int Ask() => 1; }
        }

        internal class Internal { public int Ask() => 1; }
        """,
        "llmaspects.required_on = public");

    [Fact]
    public Task Components_AreNotDemandedWhereThePolicyLeavesThemOut() => Verify.VerifyUnderAsync(
        """
        [LlmComponent("client")]
        internal class Client { public int Ask() => 1; }
        """,
        "llmaspects.required_on = public");

    [Fact]
    public Task None_DemandsNothing() => Verify.VerifyUnderAsync(
        """
        [LlmComponent("client")]
        public class Client { public int Ask() => 1; }
        """,
        "llmaspects.required_on = none");

    [Fact]
    public Task NamespacesAndMethods_NarrowPublicMethods() => Verify.VerifyUnderAsync(
        """
        namespace Contoso.Rag
        {
            public class Client { public int {|LLMA1001:AskAsync|}() => 1; public int TryAskAsync() => 1; public int Ask() => 1; }
            [LlmComponent("component")] public class Component { public int {|LLMA1001:Ask|}() => 1; }
        }

        namespace Contoso.Rag.Internal { public class Client { public int AskAsync() => 1; } }
        namespace Contoso { public class Client { public int AskAsync() => 1; } }
        """,
        "llmaspects.required_on = public, components\nllmaspects.required_namespaces = Contoso.Rag.**, !Contoso.Rag.Internal\nllmaspects.required_methods = *Async, !Try*");

    [Fact]
    public Task ModelCalls_AreDemandedWhateverTheirAccessibility() => Verify.VerifyUnderAsync(
        """
        using Microsoft.Extensions.AI;
        internal class Client(IChatClient client)
        {
            internal Task {|LLMA1001:AskAsync|}() => client.GetResponseAsync("Why?");
            internal object? Find() => client.GetService(typeof(string));
        }
        """,
        "llmaspects.required_on = model_calls");

    [Fact]
    public Task CoreThatCallsAModel_SpeaksForItsDeclaration() => VerifyTrace.VerifyUnderAsync(
        """
        using Microsoft.Extensions.AI;
        internal partial class Client(IChatClient client)
        {
            [ErrorContext] internal partial Task {|LLMA1002:AskAsync|}();
            private Task AskCoreAsync() => client.GetResponseAsync("Why?");
        }
        """,
        "llmaspects.required_on = model_calls");

    [Fact]
    public Task MembersThatTheCompilerWrites_AreNotDemanded() => Verify.VerifyUnderAsync(
        """
        [LlmComponent("point")]
        public record Point(int X, int Y);
        """,
        "llmaspects.required_on = public, components");

    [Fact]
    public Task PublicMethodThatCallsAModel_IsReportedOnce() => Verify.VerifyUnderAsync(
        """
        using Microsoft.Extensions.AI;
        public class Client(IChatClient client) { public Task {|LLMA1001:AskAsync|}() => client.GetResponseAsync("Why?"); }
        """,
        "llmaspects.required_on = public, model_calls");

    [Fact]
    public Task AspectsThatAreNotRequired_AreNotDemanded()
    {
        const string Source = """
            [LlmComponent("client")]
            public class Client { public int {|LLMA1002:Ask|}() => 1; }
            """;
        return Task.WhenAll(
            VerifyTrace.VerifyUnderAsync(Source, "llmaspects.required_aspects = trace_performance"),
            Verify.VerifyUnderAsync(Source.Replace("{|LLMA1002:Ask|}", "Ask", StringComparison.Ordinal), "llmaspects.required_aspects = trace_performance"));
    }

    [Fact]
    public Task Attribute_SetsThePolicyOfTheAssembly() => Verify.VerifyAsync("""
        [assembly: LlmAspectsPolicy(RequiredOn = AspectScopes.Public, RequiredAspects = RequiredAspects.ErrorContext, RequiredNamespaces = ["A.**"], RequiredMethods = ["*", "!Try*"])]

        namespace A.B { public class Client { public int {|LLMA1001:Ask|}() => 1; public int TryAsk() => 1; } }
        namespace C { public class Client { public int Ask() => 1; } }
        """);

    [Fact]
    public Task EditorConfig_OverridesTheAttributeKeyByKey() => Verify.VerifyUnderAsync(
        """
        [assembly: LlmAspectsPolicy(RequiredOn = AspectScopes.Public, RequiredMethods = ["!Try*"])]

        public class Client { public int Ask() => 1; public int {|LLMA1001:TryAsk|}() => 1; }
        """,
        "llmaspects.required_methods = Try*");

    [Fact]
    public Task ReasonOfTheDemand_IsInTheMessage() => Verify.VerifyMessageAsync(
        """
        [assembly: LlmAspectsPolicy(RequiredOn = AspectScopes.Public)]

        public class Client { public int {|#0:Ask|}() => 1; }
        """,
        "Add [ErrorContext] to 'Ask', a public method, or exempt it with [NoAspects(\"reason\")]");
}
