using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Usage.RetriedMethodIsNotIdempotentAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Usage;

public class RetriedMethodIsNotIdempotentAnalyzerTests
{
    [Fact]
    public Task VerbThatLeavesMoreBehind_IsReported() => Verify.VerifyMessageAsync(
        """
        public partial class Orders
        {
            [ErrorContext, {|#0:RetryWithBackoff|}] public partial Task<int> CreateOrderAsync(string item);
            private Task<int> CreateOrderCoreAsync(string item) => Task.FromResult(1);
        }
        """,
        "'CreateOrderAsync' is retried although its name says 'create': an attempt that failed late may have done its work already; make it idempotent or do not retry it");

    [Theory]
    [InlineData("Add")]
    [InlineData("SendAsync")]
    [InlineData("AppendLine")]
    public Task Verbs_AreReported(string name) => Verify.VerifyAsync(MethodOf("{|LLMA3006:RetryWithBackoff|}", name));

    [Theory]
    [InlineData("Get")]
    [InlineData("UpdateAsync")]
    [InlineData("DeleteOrder")]
    [InlineData("AddressOf")]
    [InlineData("Sender")]
    [InlineData("FindOrCreate")]
    public Task OtherNames_AreNotReported(string name) => Verify.VerifyAsync(MethodOf("RetryWithBackoff", name));

    [Fact]
    public Task MethodWithoutRetry_IsNotReported() => Verify.VerifyAsync(MethodOf("ErrorContext", "Add"));

    [Fact]
    public Task PostRequest_IsReported() => Verify.VerifyMessageAsync(
        """
        namespace Microsoft.AspNetCore.Mvc
        {
            public sealed class HttpPostAttribute : Attribute;
        }

        public partial class Orders
        {
            [Microsoft.AspNetCore.Mvc.HttpPost, {|#0:RetryWithBackoff|}] public partial Task<int> RunAsync();
            private Task<int> RunCoreAsync() => Task.FromResult(1);
        }
        """,
        "'RunAsync' is retried although [HttpPost] requests are not idempotent: an attempt that failed late may have done its work already; make it idempotent or do not retry it");

    [Fact]
    public Task AttributeOfTheSameNameElsewhere_IsNotReported() => Verify.VerifyAsync("""
        public sealed class HttpPostAttribute : Attribute;

        public partial class Orders
        {
            [HttpPost, RetryWithBackoff] public partial Task<int> RunAsync();
            private Task<int> RunCoreAsync() => Task.FromResult(1);
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync(MethodOf("\n#pragma warning disable LLMA3006\n            RetryWithBackoff", "Add"));

    private static string MethodOf(string attribute, string name) => $$"""
        public partial class Orders
        {
            [{{attribute}}] public partial Task<int> {{name}}(string item);
            private Task<int> {{(name.EndsWith("Async", StringComparison.Ordinal) ? name[..^5] + "CoreAsync" : name + "Core")}}(string item) => Task.FromResult(1);
        }
        """;
}
