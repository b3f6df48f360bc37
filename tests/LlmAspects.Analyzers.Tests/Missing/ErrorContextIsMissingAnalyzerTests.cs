using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Missing.ErrorContextIsMissingAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Missing;

public class ErrorContextIsMissingAnalyzerTests
{
    [Fact]
    public Task PublicMethodOfAComponent_IsExplained() => Verify.VerifyMessageAsync(
        """
        [LlmComponent("router")]
        public class Router
        {
            public int {|#0:Ask|}() => 1;
        }
        """,
        "Add [ErrorContext] to 'Ask', a public method of the component 'Router', or exempt it with [NoAspects(\"reason\")]");

    [Fact]
    public Task WrapperGeneratedForTheOtherAspect_DoesNotHideIt() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public partial class Router
        {
            [TracePerformance] public partial Task<int> {|LLMA1001:AskAsync|}();
            private Task<int> AskCoreAsync() => Task.FromResult(1);
        }
        """);

    [Fact]
    public Task BothAspects_AreNotReported() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public partial class Router
        {
            [ErrorContext, TracePerformance] public partial int Ask();
            private int AskCore() => 1;
        }
        """);

    [Fact]
    public Task EveryKindOfComponent_IsEnforced() => Verify.VerifyAsync("""
        [LlmComponent("a")] internal static class A { public static int {|LLMA1001:Ask|}() => 1; }
        [LlmComponent("b")] public struct B { public int {|LLMA1001:Ask|}() => 1; }
        [LlmComponent("c")] public record C(int Number) { public virtual int {|LLMA1001:Ask|}() => 1; }
        [LlmComponent("d")] public partial class D { public int {|LLMA1001:Ask|}() => 1; }
        public partial class D { public int {|LLMA1001:Tell|}() => 1; }
        """);

    [Fact]
    public Task WhatIsNotAPublicOrdinaryMethod_IsNotReported() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public abstract class Router : IComparable<Router>
        {
            protected Router() { }
            public int Number { get; set; }
            public event Action? Told;
            public abstract int Ask();
            internal int Tell() => Told is null ? 1 : 2;
            protected int Count() => 1;
            private int Sum() => Count();
            int IComparable<Router>.CompareTo(Router? other) => Sum();
            public static Router operator +(Router left, Router right) => left;
        }
        [LlmComponent("contract")]
        public interface IRouter { int Ask(); }
        """);

    [Fact]
    public Task NestedAndDerivedTypes_AreNotReported() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public class Router
        {
            public class Options { public int Ask() => 1; }
        }
        public class Derived : Router { public int Ask() => 1; }
        """);

    [Fact]
    public Task Plumbing_IsNotReported() => Verify.VerifyAsync("""
        public abstract class Origin
        {
            public override string ToString() => "";
            public abstract int Ask();
        }
        [LlmComponent("router")]
        public sealed class Router : Origin, IDisposable, IAsyncDisposable
        {
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
            public object? GetService(Type type, object? key = null) => null;
            public override string ToString() => "router";
            public override bool Equals(object? other) => false;
            public override int GetHashCode() => 1;
            public override int {|LLMA1001:Ask|}() => 1;
            public void {|LLMA1001:DisposeOldest|}() { }
        }
        """);

    [Fact]
    public Task ExemptMethod_IsNotReported() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public class Router
        {
            [NoAspects("A pure getter.")] public int Ask() => 1;
        }
        """);

    [Fact]
    public Task MethodThatCanNeverBeExpanded_IsNotReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        [LlmComponent("router")]
        public partial class Router
        {
            public ref Task Ask() => throw null!;
            [System.Text.RegularExpressions.GeneratedRegex("a")] public static partial System.Text.RegularExpressions.Regex Words();
        }
        [LlmComponent("texts")]
        public static class Texts
        {
            extension(string text) { public int Words() => text.Length; }
        }
        """);

    [Fact]
    public Task MethodThatOnlyNeedsToBecomePartial_IsReported() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public partial class Router
        {
            public partial int {|LLMA1001:Ask|}();
            public partial int Ask() => 1;
        }
        """);

    [Fact]
    public Task Pragma_Suppresses() => Verify.VerifyAsync("""
        [LlmComponent("router")]
        public class Router
        {
        #pragma warning disable LLMA1001
            public int Ask() => 1;
        }
        """);
}
