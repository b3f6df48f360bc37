using Verify = LlmAspects.Analyzers.Tests.Verification.RuleTest<LlmAspects.Analyzers.Target.MemberCannotCarryAspectAnalyzer>;

namespace LlmAspects.Analyzers.Tests.Target;

public class MemberCannotCarryAspectAnalyzerTests
{
    [Fact]
    public Task LocalFunction_IsExplained() => Verify.VerifyMessageAsync(
        """
        public class Router
        {
            public int Ask()
            {
                return Local();
                [ErrorContext] int {|#0:Local|}() => 1;
            }
        }
        """,
        "'Local' cannot carry an aspect: a local function cannot be partial; move it to a private partial method of the type");

    [Fact]
    public Task Lambdas_AreReported() => Verify.VerifyAsync("""
        public class Router
        {
            private readonly Func<int> _ask = [ErrorContext] () {|LLMA0006:=>|} 1;
            private readonly Func<int, int> _tell = [TracePerformance] (a) {|LLMA0006:=>|} a;
            private readonly Func<int, int> _plain = [Obsolete] (a) => a;
        }
        """);

    [Fact]
    public Task Accessors_AreReported() => Verify.VerifyAsync("""
        public class Router
        {
            public int Ask { [ErrorContext] {|LLMA0006:get|} => 1; [TracePerformance] {|LLMA0006:set|} { } }
            public int this[int index] { [ErrorContext] {|LLMA0006:get|} => 1; }
            public event Action Told { [ErrorContext] {|LLMA0006:add|} { } [ErrorContext] {|LLMA0006:remove|} { } }
        }
        """);

    [Fact]
    public Task PropertyThatOnlyInitMaySet_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial class Router
        {
            [ErrorContext] public int {|#0:Model|} { get; init; }
        }
        """,
        "'Model' cannot carry an aspect: a Core method could not set what only init may set; write set, or initialize in a constructor");

    [Fact]
    public Task ExplicitAndAbstractProperties_AreReported() => Verify.VerifyAsync("""
        public interface IModel { string Model { get; } }
        public abstract class Router : IModel
        {
            [ErrorContext] string IModel.{|LLMA0006:Model|} => "a";
            [TracePerformance] public abstract int {|LLMA0006:Count|} { get; }
            [ErrorContext] public abstract int {|LLMA0006:this|}[int index] { get; }
        }
        """);

    [Fact]
    public Task PropertyOfAComponent_IsNotReported() => Verify.VerifyAsync("""
        public partial class Router
        {
            [ErrorContext, TracePerformance] public partial string Model { get; set; }
            private string GetModelCore() => "a";
            private void SetModelCore(string value) { }
        }
        """);

    [Fact]
    public Task FieldLikeEvent_IsReported() => Verify.VerifyAsync("""
        public class Router
        {
            [method: ErrorContext] public event Action? {|LLMA0006:Told|};
        }
        """);

    [Fact]
    public Task OperatorsAndFinalizers_AreReported() => Verify.VerifyAsync("""
        public class Router
        {
            [ErrorContext] public static Router operator {|LLMA0006:+|}(Router a, Router b) => a;
            [ErrorContext] public static explicit operator {|LLMA0006:int|}(Router a) => 1;
            [ErrorContext] ~{|LLMA0006:Router|}() { }
        }
        """);

    [Fact]
    public Task ExplicitInterfaceImplementation_IsReported() => Verify.VerifyAsync("""
        public class Router : IDisposable
        {
            [ErrorContext] void IDisposable.{|LLMA0006:Dispose|}() { }
        }
        """);

    [Fact]
    public Task InterfaceMethodWithoutAccessibility_IsExplained() => Verify.VerifyMessageAsync(
        """
        public partial interface IRouter
        {
            [ErrorContext] int {|#0:Ask|}() => 1;
        }
        """,
        "'Ask' cannot carry an aspect: a partial method of an interface needs its accessibility written; add public, or another modifier");

    [Fact]
    public Task InterfaceMembersWithoutBodyOrAccessibility_AreReported() => Verify.VerifyAsync("""
        public partial interface IRouter
        {
            [ErrorContext] int {|LLMA0006:Ask|}();
            [ErrorContext] public int {|LLMA0006:Tell|}();
            [ErrorContext] static abstract int {|LLMA0006:Make|}();
            [ErrorContext] static int {|LLMA0006:Count|}() => 1;
            [ErrorContext] static virtual int {|LLMA0006:Total|}() => 1;
            [ErrorContext] int {|LLMA0006:Model|} { get; }
        }
        public interface INamed { int Name(); }
        public partial interface IRenamed : INamed
        {
            [ErrorContext] int INamed.{|LLMA0006:Name|}() => 1;
        }
        """);

    [Fact]
    public Task InterfaceMembersThatCanBePartial_AreNotReported() => Verify.VerifyAsync("""
        public partial interface IRouter<out T>
        {
            [ErrorContext] public partial int Ask();
            private int AskCore() => 1;
            [ErrorContext] public static virtual partial int Total();
            private static int TotalCore() => 1;
            [ErrorContext] partial void Tell();
            private void TellCore() { }
            [ErrorContext] partial int Model { get; }
            private int GetModelCore() => 1;
        }
        """);

    [Fact]
    public Task AbstractAndExternMethods_AreReported() => Verify.VerifyAsync("""
        public abstract partial class Router
        {
            [ErrorContext] public abstract int {|LLMA0006:Ask|}();
            [ErrorContext, System.Runtime.InteropServices.DllImport("native")] public static extern int {|LLMA0006:Tell|}();
        }
        """);

    [Fact]
    public Task ArgumentList_IsReported() => Verify.VerifyAsync("""
        public class Router
        {
            [ErrorContext] public int {|LLMA0006:Ask|}(__arglist) => 1;
        }
        """);

    [Fact]
    public Task MembersOfFileLocalTypes_AreReported() => Verify.VerifyAsync("""
        file partial class Router
        {
            [ErrorContext] public partial int {|LLMA0006:Ask|}();
            private int AskCore() => 1;
            internal partial class Inner
            {
                [ErrorContext] public partial int {|LLMA0006:Ask|}();
                private int AskCore() => 1;
            }
        }
        """);

    [Fact]
    public Task MembersOfExtensionBlocks_AreReported() => Verify.VerifyAsync("""
        public static partial class Texts
        {
            extension(string text)
            {
                [ErrorContext] public int {|LLMA0006:Words|}() => text.Length;
                [ErrorContext] public static int {|LLMA0006:Count|}() => 1;
            }
        }
        """);

    [Fact]
    public Task ConstructorsThatTheCompilerRefusesToo_AreReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        public class Router
        {
            [ErrorContext] public {|LLMA0006:Router|}() { }
        }
        """);

    [Fact]
    public Task PrimaryConstructorsThatTheCompilerRefusesToo_AreReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        [method: ErrorContext]
        public partial class {|LLMA0006:Router|}(int number)
        {
            public int Number => number;
        }
        """);

    // C# itself refuses it too; the generator runs before anybody is told.
    [Fact]
    public Task PropertyWithoutAccessors_IsReported() => Verify.VerifyBesideCompilerErrorsAsync("""
        public partial class Client
        {
            [ErrorContext] public partial int {|LLMA0006:Model|} { }
        }
        """);

    [Fact]
    public Task OrdinaryMethods_AreNotReported() => Verify.VerifyAsync("""
        public static partial class Texts
        {
            [ErrorContext] public static partial int Words(this string text);
            private static int WordsCore(string text) => text.Length;
            [ErrorContext] static partial void Tell();
            private static void TellCore() { }
        }
        """);
}
