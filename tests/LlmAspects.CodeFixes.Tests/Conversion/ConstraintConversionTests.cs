using LlmAspects.CodeFixes.Tests.Conversion.Verification;

namespace LlmAspects.CodeFixes.Tests.Conversion;

public class ConstraintConversionTests
{
    [Fact]
    public Task Constraints_AreRepeated() => ConversionCheck.VerifyAsync(
        """
        [LlmComponent("sample")]
        public class Sample
        {
            public T Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T, TKey>(TKey key)
                where T : class, IDisposable, new()
                where TKey : struct, IComparable<TKey>
            {
                return new T();
            }

            public int Measure<T>(T value) where T : allows ref struct => 1;
        }
        """,
        """
        [LlmComponent("sample")]
        public partial class Sample
        {
            [ErrorContext, TracePerformance]
            public partial T Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T, TKey>(TKey key)
                where T : class, IDisposable, new()
                where TKey : struct, IComparable<TKey>;

            private T CreateCore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T, TKey>(TKey key)
                where T : class, IDisposable, new()
                where TKey : struct, IComparable<TKey>
            {
                return new T();
            }

            [ErrorContext, TracePerformance]
            public partial int Measure<T>(T value) where T : allows ref struct;

            private int MeasureCore<T>(T value) where T : allows ref struct => 1;
        }
        """);

    [Fact]
    public Task InheritedConstraints_AreSaidOnCore() => ConversionCheck.VerifyAsync(
        """
        namespace Elsewhere
        {
            public interface IKey;

            public abstract class Root
            {
                public abstract T First<T>(T value) where T : class, IKey, new();
                public abstract T? Second<T>(T? value);
                public abstract T? Third<T>(T? value) where T : struct;
                public abstract T? Fourth<T>(T? value) where T : class?;
            }
        }

        [LlmComponent("sample")]
        public class Sample : Elsewhere.Root
        {
            public override T First<T>(T value) => new T();

            public override T? Second<T>(T? value) where T : default => value;

            public override T? Third<T>(T? value) => value;

            public override T? Fourth<T>(T? value) where T : class => value;
        }
        """,
        """
        namespace Elsewhere
        {
            public interface IKey;

            public abstract class Root
            {
                public abstract T First<T>(T value) where T : class, IKey, new();
                public abstract T? Second<T>(T? value);
                public abstract T? Third<T>(T? value) where T : struct;
                public abstract T? Fourth<T>(T? value) where T : class?;
            }
        }

        [LlmComponent("sample")]
        public partial class Sample : Elsewhere.Root
        {
            [ErrorContext, TracePerformance]
            public override partial T First<T>(T value);

            private T FirstCore<T>(T value) where T : class, Elsewhere.IKey, new() => new T();

            [ErrorContext, TracePerformance]
            public override partial T? Second<T>(T? value) where T : default;

            private T? SecondCore<T>(T? value) => value;

            [ErrorContext, TracePerformance]
            public override partial T? Third<T>(T? value);

            private T? ThirdCore<T>(T? value) where T : struct => value;

            [ErrorContext, TracePerformance]
            public override partial T? Fourth<T>(T? value) where T : class;

            private T? FourthCore<T>(T? value) where T : class? => value;
        }
        """);
}
