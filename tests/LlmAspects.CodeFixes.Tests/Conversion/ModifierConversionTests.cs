using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class ModifierConversionTests
{
    [Fact]
    public Task ModifiersOfMembers_StayOnTheDeclaration() => ConversionCheck.VerifyAsync(
        """
        public class Root
        {
            public virtual Task<int> FirstAsync() => Task.FromResult(1);
            public virtual int Second() => 2;
            public int Third() => 3;
        }

        [LlmComponent("sample")]
        public class Sample : Root
        {
            public sealed override async Task<int> FirstAsync() => await base.FirstAsync();

            public override int Second() => 2;

            public new int Third() => 3;

            public virtual int Fourth() => 4;

            public new static string ToString() => "";
        }
        """,
        """
        public class Root
        {
            public virtual Task<int> FirstAsync() => Task.FromResult(1);
            public virtual int Second() => 2;
            public int Third() => 3;
        }

        [LlmComponent("sample")]
        public partial class Sample : Root
        {
            [ErrorContext, TracePerformance]
            public sealed override partial Task<int> FirstAsync();

            private async Task<int> FirstCoreAsync() => await base.FirstAsync();

            [ErrorContext, TracePerformance]
            public override partial int Second();

            private int SecondCore() => 2;

            [ErrorContext, TracePerformance]
            public new partial int Third();

            private int ThirdCore() => 3;

            [ErrorContext, TracePerformance]
            public virtual partial int Fourth();

            private int FourthCore() => 4;

            [ErrorContext, TracePerformance]
            public new static partial string ToString();

            private static string ToStringCore() => "";
        }
        """);

    [Fact]
    public Task ModifiersOfSignatures_StandOnBoth() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public unsafe struct Sample
        {
            private int _value;

            public readonly int Read() => _value;

            public readonly unsafe int* Point(int* at) => at + _value;

            public static unsafe int Sum(int* from, int count) => count == 0 ? 0 : *from + Sum(from + 1, count - 1);

            [UnscopedRef] public ref int Reference() => ref _value;

            [UnscopedRef]
            public readonly ref readonly int ReadOnlyReference() => ref _value;
        }
        """,
        """
        [LlmComponent("sample")]
        public unsafe partial struct Sample
        {
            private int _value;

            [ErrorContext, TracePerformance]
            public readonly partial int Read();

            private readonly int ReadCore() => _value;

            [ErrorContext, TracePerformance]
            public readonly unsafe partial int* Point(int* at);

            private readonly unsafe int* PointCore(int* at) => at + _value;

            [ErrorContext, TracePerformance]
            public static unsafe partial int Sum(int* from, int count);

            private static unsafe int SumCore(int* from, int count) => count == 0 ? 0 : *from + Sum(from + 1, count - 1);

            [UnscopedRef] [ErrorContext, TracePerformance] public partial ref int Reference();

            [UnscopedRef]
            private ref int ReferenceCore() => ref _value;

            [UnscopedRef]
            [ErrorContext, TracePerformance]
            public readonly partial ref readonly int ReadOnlyReference();

            [UnscopedRef]
            private readonly ref readonly int ReadOnlyReferenceCore() => ref _value;
        }
        """);

    [Fact]
    public Task AsyncBeforeOtherModifiers_ReturnsThere() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public async static Task WaitAsync() => await Task.Yield();
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public static partial Task WaitAsync();

            private async static Task WaitCoreAsync() => await Task.Yield();
        }
        """);
}
